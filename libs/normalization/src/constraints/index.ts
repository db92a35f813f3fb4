export { certificateKey, readConstraints } from './read-constraints';
