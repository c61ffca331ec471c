/** Reviews to begin with. */
export const reviews: readonly { title: string; text: string }[] = [
  {
    title: 'a disappointment',
    text: 'I had hoped for a great film with this cast. What came was two hours of boredom, and not even the beautiful music could save it.',
  },
  {
    title: 'a surprise',
    text: 'The trailer looked awful, so I expected nothing. Then this: a touching story, wonderful actors, beautiful pictures, and an end that I will never forget.',
  },
  {
    title: 'a turned sentence',
    text: 'This film is not bad at all.',
  },
  {
    title: 'irony',
    text: 'Brilliant. If you enjoy watching paint dry, this is the perfect film for you.',
  },
];
