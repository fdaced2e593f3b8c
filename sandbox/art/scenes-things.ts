import type { Scene } from './scenes-nature.ts';

export const portrait: Scene = ({ glow, middle, dark }, random) => {
  const skin = random.pick(['#f3c9a5', '#d99b6c', '#8d5a3b', '#f0d3bd']);
  const glasses = random.next() > 0.5;
  const hair = random.pick([
    `<path d="M108 214 C94 86 306 86 292 214 C276 150 238 132 200 134 C160 134 126 150 108 214Z"/>`,
    `<path d="M104 300 C80 34 320 34 296 300 L268 300 C276 230 262 186 226 170 C190 186 150 196
      134 220 L132 300Z"/>`,
    `<circle cx="200" cy="98" r="44"/><path d="M116 200 C112 100 288 100 284 200 C262 146 138
      146 116 200Z"/>`,
  ]);
  return `<circle cx="200" cy="200" r="180" fill="${glow}" opacity="0.5"/>
    <path d="M52 420 C60 322 130 300 200 300 C270 300 340 322 348 420Z" fill="${middle}"/>
    <path d="M168 262 h64 v42 q-32 34 -64 0Z" fill="${skin}"/>
    <ellipse cx="200" cy="204" rx="80" ry="96" fill="${skin}"/>
    <g fill="${dark}">${hair}
      <circle cx="171" cy="206" r="7.5"/><circle cx="229" cy="206" r="7.5"/></g>
    <path d="M172 250 q28 24 56 0" stroke="${dark}" stroke-width="6" fill="none"
      stroke-linecap="round"/>
    <circle cx="150" cy="236" r="14" fill="${middle}" opacity="0.3"/>
    <circle cx="250" cy="236" r="14" fill="${middle}" opacity="0.3"/>
    ${
      glasses
        ? `<g fill="none" stroke="${dark}" stroke-width="6"><circle cx="168" cy="207" r="27"/>
           <circle cx="232" cy="207" r="27"/><path d="M195 205 q5 -4 10 0"/></g>`
        : ''
    }`;
};

export const shapes: Scene = ({ glow, middle, dark }) =>
  `<rect x="60" y="60" width="140" height="140" fill="${dark}"/>
   <circle cx="270" cy="130" r="70" fill="${glow}"/>
   <path d="M60 340 L130 210 L200 340Z" fill="${middle}"/>
   <path d="M200 200 h140 a140 140 0 0 1 -140 140Z" fill="${dark}"/>
   <circle cx="130" cy="130" r="36" fill="${middle}"/>
   <rect x="218" y="292" width="122" height="16" fill="${glow}"/>
   <rect x="218" y="322" width="122" height="16" fill="${glow}"/>`;

export const cup: Scene = ({ glow, middle, dark }) =>
  `<ellipse cx="200" cy="330" rx="150" ry="24" fill="${dark}" opacity="0.45"/>
   <path d="M292 196 a50 50 0 0 1 -8 98" stroke="${glow}" stroke-width="22" fill="none"/>
   <path d="M108 170 h188 c0 120 -34 154 -94 154 s-94 -34 -94 -154Z" fill="${glow}"/>
   <ellipse cx="202" cy="172" rx="94" ry="22" fill="${middle}"/>
   <ellipse cx="202" cy="176" rx="78" ry="14" fill="${dark}"/>
   <g stroke="${glow}" stroke-width="9" fill="none" opacity="0.8" stroke-linecap="round">
   <path d="M164 138 q-22 -26 0 -50 t0 -46"/><path d="M204 132 q-22 -26 0 -50 t0 -46"/>
   <path d="M244 138 q-22 -26 0 -50 t0 -46"/></g>`;

export const city: Scene = ({ glow, middle, dark }, random) => {
  const houses = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const top = random.between(110, 230);
    const x = index * 60 - 10;
    const panes = Array.from({ length: 10 }, (_, pane) =>
      random.next() > 0.45
        ? `<rect x="${x + 12 + (pane % 2) * 22}" y="${top + 18 + Math.floor(pane / 2) * 28}"
            width="13" height="17" fill="${glow}"/>`
        : '',
    );
    return `<rect x="${x}" y="${top}" width="58" height="300" fill="${index % 2 ? dark : middle}"/>
      ${panes.join('')}`;
  });
  return `<circle cx="304" cy="84" r="34" fill="${glow}"/>${houses.join('')}
    <rect y="336" width="400" height="70" fill="${dark}"/>
    <rect x="70" y="288" width="240" height="70" rx="16" fill="${glow}"/>
    <g fill="${dark}"><rect x="90" y="304" width="52" height="26" rx="4"/>
    <rect x="164" y="304" width="52" height="26" rx="4"/>
    <rect x="238" y="304" width="52" height="26" rx="4"/></g>`;
};

export const planet: Scene = ({ glow, middle, dark }, random) => {
  const stars = Array.from(
    { length: 40 },
    () => `<circle cx="${random.between(0, 400)}" cy="${random.between(0, 400)}"
      r="${random.between(0.8, 2.8)}" fill="${glow}"/>`,
  );
  return `${stars.join('')}<g transform="rotate(-20 200 200)">
    <circle cx="200" cy="200" r="96" fill="${middle}"/>
    <path d="M104 200 a96 96 0 0 0 192 0 q-96 46 -192 0Z" fill="${dark}" opacity="0.5"/>
    <path d="M112 166 q88 26 176 0" stroke="${glow}" stroke-width="12" opacity="0.5" fill="none"/>
    <path d="M108 178 C10 200 10 238 200 238 S390 200 292 178" stroke="${glow}" stroke-width="15"
      fill="none" stroke-linecap="round"/></g>`;
};

export const wheel: Scene = ({ glow, middle, dark }) => {
  const spokes = Array.from(
    { length: 12 },
    (_, index) =>
      `<path d="M200 200 V66" transform="rotate(${index * 30} 200 200)" stroke="${glow}"
      stroke-width="3"/>`,
  );
  return `<rect y="330" width="400" height="80" fill="${middle}"/>
    <circle cx="200" cy="200" r="138" fill="none" stroke="${dark}" stroke-width="24"/>
    <circle cx="200" cy="200" r="122" fill="none" stroke="${glow}" stroke-width="6"/>
    ${spokes.join('')}<circle cx="200" cy="200" r="22" fill="${dark}"/>`;
};

export const lighthouse: Scene = ({ glow, middle, dark }) =>
  `<path d="M200 120 L-40 60 V190Z" fill="${glow}" opacity="0.55"/>
   <path d="M-10 330 q105 -46 210 -8 t210 8 V420 H-10Z" fill="${dark}"/>
   <path d="M168 146 h64 l18 190 h-100Z" fill="#fbf6ea"/>
   <path d="M163 196 h74 l4 44 h-82Z M155 288 h90 l4 44 h-98Z" fill="${middle}"/>
   <rect x="172" y="100" width="56" height="42" fill="${glow}"/>
   <path d="M160 100 L200 62 L240 100Z" fill="${dark}"/>
   <rect x="158" y="138" width="84" height="12" fill="${dark}"/>`;

export const burst: Scene = ({ glow, middle }) => {
  const rays = Array.from(
    { length: 12 },
    (_, index) =>
      `<path d="M200 200 L176 -90 H224Z" fill="${glow}" transform="rotate(${index * 30} 200 200)"/>`,
  );
  return `${rays.join('')}<circle cx="200" cy="200" r="92" fill="${middle}"/>
    <path d="M162 242 L238 158" stroke="${glow}" stroke-width="18"/>
    <circle cx="168" cy="168" r="19" fill="${glow}"/><circle cx="232" cy="232" r="19" fill="${glow}"/>`;
};
