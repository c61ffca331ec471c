export type { Hdf5Data, Hdf5DataByType, Hdf5DType } from './dtype.js';
export { bfloat16ToFloat32, float16ToFloat32 } from './half-floats.js';
export { Hdf5Error, type Hdf5ErrorDetails } from './hdf5-error.js';
export type { Hdf5ReadOptions, Inflate } from './limits.js';
export type { Hdf5Attribute } from './read/attributes.js';
export type { Hdf5Dataset, Hdf5Group } from './read/nodes.js';
export { readHdf5 } from './read/read-hdf5.js';
export type {
  Hdf5ArrayDescription,
  Hdf5AttributeDescription,
  Hdf5DatasetDescription,
  Hdf5Entries,
  Hdf5GroupDescription,
} from './write/description.js';
export { writeHdf5 } from './write/write-hdf5.js';
