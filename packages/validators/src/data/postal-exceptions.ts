/** Postal codes that belong to no township. Source: 中華郵政 3+3 data; verified on 2026-11-23. */
export const specialPostalCodes: Readonly<Record<string, string>> = {
  290: '宜蘭縣釣魚臺',
  817: '高雄市東沙群島',
  819: '高雄市南沙群島',
};

/**
 * Districts of which some addresses are delivered under a second three-digit code.
 *
 * Source: delivery rules of 中華郵政 3+3, 2026 edition; verified on 2026-11-23.
 */
export const crossBorder: Readonly<Record<string, readonly string[]>> = {
  新北市新莊區: ['248'],
  新北市石碇區: ['231'],
  新竹市東區: ['308'],
  新竹縣寶山鄉: ['300'],
  彰化縣埤頭鄉: ['524'],
  高雄市旗津區: ['817', '819'],
  高雄市楠梓區: ['813'],
  高雄市燕巢區: ['820'],
  花蓮縣卓溪鄉: ['983'],
  臺東縣太麻里鄉: ['965'],
};
