import { CardError } from '../../errors/card-error.ts';
import { DEFAULT_READER, type SoftReader, type SoftStore } from './soft-store.ts';

/**
 * Puts a card into a reader, which is made when it does not exist; another card in it is taken out.
 *
 * @throws CardError `CARD_NOT_FOUND`
 */
export async function insertCard(
  store: SoftStore,
  number: string,
  reader: string = DEFAULT_READER,
): Promise<void> {
  await store.card(number);
  await store.storage.exclusive(async () => {
    const others = (await store.readers()).map((item) => (item.card === number ? emptied(item) : item));
    const known = others.find((item) => item.name === reader) ?? { name: reader, insertions: 0 };
    const filled: SoftReader = { name: reader, card: number, insertions: known.insertions + 1 };
    const kept = others.some((item) => item.name === reader) ? others : [...others, known];
    await store.saveReaders(kept.map((item) => (item.name === reader ? filled : item)));
  });
}

/** Takes a card out of its reader; without a number, every card. */
export async function removeCard(store: SoftStore, number?: string): Promise<void> {
  await store.storage.exclusive(async () => {
    const readers = await store.readers();
    await store.saveReaders(
      readers.map((item) => (number === undefined || item.card === number ? emptied(item) : item)),
    );
  });
}

/** Adds an empty reader, or takes one away. */
export async function setReaderPresent(store: SoftStore, name: string, present: boolean): Promise<void> {
  await store.storage.exclusive(async () => {
    const readers = (await store.readers()).filter((item) => item.name !== name);
    await store.saveReaders(present ? [...readers, { name, insertions: 0 }] : readers);
  });
}

/** The reader and card of a handle, or the coded reason why there is none. */
export async function readerWithCard(
  store: SoftStore,
  id: string,
): Promise<SoftReader & { readonly card: string }> {
  const reader = (await store.readers()).find(({ name }) => name === id);
  if (!reader) throw new CardError('READER_NOT_FOUND', { details: { reader: id } });
  if (reader.card === undefined) throw new CardError('CARD_NOT_FOUND', { details: { reader: id } });
  return { ...reader, card: reader.card };
}

function emptied({ name, insertions }: SoftReader): SoftReader {
  return { name, insertions };
}
