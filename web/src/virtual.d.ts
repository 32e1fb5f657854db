/** What the build makes (plugins/): addresses of files under /assets. */
declare module "virtual:map-worker-url" {
  const address: string;
  export default address;
}
declare module "virtual:basemap" {
  export const borders: string;
  export const labels: string;
  export const towns: string;
  export const units: string;
}
