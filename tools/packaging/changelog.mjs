import { readFileSync } from 'node:fs';

/** The entry of a release, which `nx release` puts at the top of CHANGELOG.md: the points of UNRELEASED.md that are new. */
export default class Changelog {
  #version;

  constructor({ changelogEntryVersion }) {
    this.#version = changelogEntryVersion;
  }

  async render() {
    const points = newPoints(read('UNRELEASED.md'), read('CHANGELOG.md'));
    const date = new Date().toISOString().slice(0, 10);
    return `## ${this.#version} (${date})\n\n${points.join('\n') || 'Nothing that users notice.'}`;
  }
}

/** The points of a list that were not released before; what a release has carried over may stay in the list. */
export function newPoints(unreleased, released) {
  const old = new Set(points(released));
  return points(unreleased).filter((point) => !old.has(point));
}

/** Points begin with a dash at the margin and end before the next point, heading or empty line. */
function points(text) {
  return [...text.matchAll(/^- .*(?:\n(?![-#\n]).+)*/gm)].map(([point]) => point);
}

function read(name) {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}
