import type { UserConfig } from 'tsdown';
import shared from '../../tsdown.config.ts';

const [oneForOne] = shared;

/** Programs of Node; the main job and the figures run from the built files too. */
const config: UserConfig = {
  ...oneForOne,
  platform: 'node',
  fixedExtension: false,
  entry: ['src/index.ts', 'src/cli.ts', 'src/start.ts'],
};

export default config;
