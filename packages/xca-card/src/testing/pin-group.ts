import {
  expectCode,
  expectSignature,
  expectThat,
  openCard,
  readerWithCard,
  utf8,
  wrongPin,
} from './expectations.ts';
import type { DriverSubject, SuiteParts } from './subject.ts';

/** The PIN guard: tries shown, nothing retried, the last try only with consent. */
export function pinGroup({ test, abilities }: SuiteParts): void {
  const { tries } = abilities;

  test('tells a wrong PIN as PIN_INCORRECT, not retryable, without the PIN in the error', async (subject) => {
    const { id } = await readerWithCard(subject);
    const wrong = wrongPin(subject.pin);
    const error = await expectCode(subject.driver.open(id, wrong), 'PIN_INCORRECT', [wrong, subject.pin]);
    expectThat(!error.retryable, 'a wrong PIN is called retryable');
    if (tries !== undefined) {
      expectThat(error.details.retriesLeft === tries - 1, `tries left: ${String(error.details.retriesLeft)}`);
    }
    const session = await openCard(subject);
    await session.close();
  });

  test('overwrites the bytes of a PIN, right or wrong', async (subject) => {
    const { id } = await readerWithCard(subject);
    const wrong = utf8(wrongPin(subject.pin));
    await expectCode(subject.driver.open(id, wrong), 'PIN_INCORRECT');
    expectThat(
      wrong.every((byte) => byte === 0),
      'the wrong PIN is still in memory',
    );
    const right = utf8(subject.pin);
    const session = await subject.driver.open(id, right);
    expectThat(
      right.every((byte) => byte === 0),
      'the PIN is still in memory',
    );
    await session.close();
  });

  test('sends no PIN of impossible length', async (subject) => {
    const { id } = await readerWithCard(subject);
    for (const pin of ['', '1']) await expectCode(subject.driver.open(id, pin), 'PIN_LENGTH');
    await expectCode(subject.driver.open(id, '1'.repeat(300)), 'PIN_LENGTH');
    if (tries !== undefined) await expectTries(subject, tries);
  });

  if (tries !== undefined) countingTests({ test, abilities }, tries);
  if (abilities.changePin === true) changingTests({ test, abilities });
}

/** A wrong PIN tells how many tries it left; so it tells how many there were. */
async function expectTries(subject: DriverSubject, tries: number): Promise<void> {
  const { id } = await readerWithCard(subject);
  const error = await expectCode(subject.driver.open(id, wrongPin(subject.pin)), 'PIN_INCORRECT');
  expectThat(
    error.details.retriesLeft === tries - 1,
    `a try was spent: ${String(error.details.retriesLeft)} left`,
  );
}

function countingTests({ test }: SuiteParts, tries: number): void {
  const failUntilLast = async (subject: DriverSubject): Promise<string> => {
    const { id } = await readerWithCard(subject);
    for (let left = tries - 1; left >= 1; left -= 1) {
      const error = await expectCode(subject.driver.open(id, wrongPin(subject.pin)), 'PIN_INCORRECT');
      expectThat(
        error.details.retriesLeft === left,
        `tries left: ${String(error.details.retriesLeft)}, not ${left}`,
      );
    }
    return id;
  };

  test('gives all tries back after the right PIN', async (subject) => {
    await expectTries(subject, tries);
    await (await openCard(subject)).close();
    await expectTries(subject, tries);
  });

  test('keeps the last try unless there is consent', async (subject) => {
    const id = await failUntilLast(subject);
    await expectCode(subject.driver.open(id, subject.pin), 'PIN_LAST_TRY', [subject.pin]);
    await expectCode(subject.driver.open(id, wrongPin(subject.pin)), 'PIN_LAST_TRY');
    const session = await openCard(subject, true);
    await session.close();
  });

  test('locks after the last try, also for the right PIN', async (subject) => {
    const id = await failUntilLast(subject);
    const wrong = wrongPin(subject.pin);
    await expectCode(subject.driver.open(id, wrong, { allowLastTry: true }), 'PIN_LOCKED', [wrong]);
    await expectCode(subject.driver.open(id, subject.pin, { allowLastTry: true }), 'PIN_LOCKED', [
      subject.pin,
    ]);
  });
}

function changingTests({ test }: SuiteParts): void {
  test('changes the PIN', async (subject) => {
    const { id } = await readerWithCard(subject);
    const next = '975318';
    const session = await openCard(subject);
    await session.changePin(subject.pin, next);
    const data = utf8('變更後仍可簽章');
    expectSignature(session.signer.certificate, data, await session.signer.sign(data), 'SHA-256');
    await session.close();
    await expectCode(subject.driver.open(id, subject.pin), 'PIN_INCORRECT', [subject.pin, next]);
    const again = await subject.driver.open(id, next);
    await again.changePin(next, subject.pin);
    await again.close();
  });

  test('refuses to change with a wrong present PIN', async (subject) => {
    const session = await openCard(subject);
    const wrong = wrongPin(subject.pin);
    await expectCode(session.changePin(wrong, '975318'), 'PIN_INCORRECT', [wrong, '975318']);
    await session.close();
    await (await openCard(subject)).close();
  });
}
