import { fromWgs84, type Point } from '../../kernel/geo';

/** Where map apps show a place. */
export interface MapLinks {
  amap: string;
  tencent: string;
}

/**
 * Links into AMap and Tencent maps, which open the app on a phone and the web page elsewhere. Both speak GCJ-02:
 * at Jiaozuo an unconverted pin would stand half a kilometre off.
 */
export function mapLinks(point: Point, name: string, address: string | null): MapLinks {
  const { lat, lng } = fromWgs84(point, 'gcj02');
  const [y, x] = [lat.toFixed(6), lng.toFixed(6)];
  const amap = new URLSearchParams({ position: `${x},${y}`, name, coordinate: 'gaode', callnative: '1' });
  // Semicolons and colons separate the parts of Tencent's marker.
  const plain = (text: string) => text.replaceAll(/[;:|]/g, ' ');
  const marker = [`coord:${y},${x}`, `title:${plain(name)}`, `addr:${plain(address ?? name)}`].join(';');
  const tencent = new URLSearchParams({ marker, referer: 'odd-job-station' });
  return {
    amap: `https://uri.amap.com/marker?${amap}`,
    tencent: `https://apis.map.qq.com/uri/v1/marker?${tencent}`,
  };
}
