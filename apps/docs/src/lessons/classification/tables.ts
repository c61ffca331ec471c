/** The tables that the page offers. */
export const tables = {
  iris: 'iris flowers (150)',
  wine: 'wines (178)',
  breastCancer: 'tumours (569)',
  penguins: 'penguins (342)',
} as const;

export type TableName = keyof typeof tables;

/** Those whose columns have a meaning for everybody, with their units. */
export const pictured = {
  iris: {
    title: 'iris flowers',
    columns: ['sepal length in cm', 'sepal width in cm', 'petal length in cm', 'petal width in cm'],
  },
  penguins: {
    title: 'penguins',
    columns: ['bill length in mm', 'bill depth in mm', 'flipper length in mm', 'body mass in g'],
  },
} as const;

export type PicturedName = keyof typeof pictured;

/** Hidden layers to choose from. */
export const networks: readonly { title: string; hidden: readonly number[] }[] = [
  { title: '5-5, as in the text', hidden: [5, 5] },
  { title: '16-16', hidden: [16, 16] },
  { title: 'no hidden layer', hidden: [] },
];
