/** The tables that the page offers: what a row is and what is predicted, as the page says it. */
export const tables = {
  concrete: { title: 'concrete (1,030 mixes)', rows: 'mixes', quantity: 'strength in MPa' },
  diabetes: { title: 'diabetes (442 patients)', rows: 'patients', quantity: 'progression' },
  autoMpg: { title: 'cars (392)', rows: 'cars', quantity: 'miles per gallon' },
} as const;

export type TableName = keyof typeof tables;
