export { listed, nearest, suggestion } from '../text/nearest';
