/** A text to begin with: short, and much alike from line to line, so that a few epochs show. */
export const forecast: string = [
  'monday: rain in the north, sun in the south. a cold wind from the west.',
  'tuesday: fog in the morning, sun in the evening. no wind at all.',
  'wednesday: snow in the hills, rain in the valleys. a strong wind from the north.',
  'thursday: sun in the south, clouds in the north. a warm wind from the south.',
  'friday: rain in the morning, rain in the evening. a strong wind from the west.',
  'saturday: sun in the hills, fog in the valleys. no wind at all.',
  'sunday: clouds in the morning, sun in the evening. a warm wind from the east.',
]
  .join('\n')
  .concat('\n');
