/** A real photograph inside a Debian package. */
export interface PackagePhoto {
  readonly name: string;
  readonly debianPackage: string;
  /** Inside the package. */
  readonly path: string;
  readonly sha256: string;
  readonly about: string;
}

const folder = 'usr/share/backgrounds';
const older = 'lomiri-wallpapers-16.04';
const newer = 'lomiri-wallpapers-20.04';

/*
 * Authors and licences as in the packages' own copyright file (lomiri-wallpapers 20.04.0-2, Debian 12,
 * read 2026-11-21). Every one was looked at, whole and at full size: photographs, never enlarged.
 * None has 48 megapixels, and none says which camera took it.
 */

/** Photographs to measure with, 6 to 20 megapixels. None is shipped with the project. */
export const packagePhotos = [
  {
    name: 'dragonfly',
    debianPackage: older,
    path: `${folder}/Dragonfly_by_Bolly.jpg`,
    sha256: 'af5af17841009732def24b09bb1e669a1b09d2b4bdeee7812c371101c30d2bb3',
    about: 'photo, 4224x3168, by Bolly, CC BY-SA 4.0',
  },
  {
    name: 'dandelion',
    debianPackage: older,
    path: `${folder}/seeding_by_Clements_Engelhardt.jpg`,
    sha256: 'a5634d1ab5e41a3568e92d4a894a500c92b891f9ff734e50bd224d6e185a605f',
    about: 'photo, 5312x2988, by Clemens Engelhardt, CC0',
  },
  {
    name: 'sunset',
    debianPackage: older,
    path: `${folder}/sunset_by_Aitzol_Berasategi.jpg`,
    sha256: '474dab6a4b9f94dc76c29dfe30e9f5db4af0fd2e33fe5d695f8152b371efca18',
    about: 'photo, 4272x2848, by Aitzol Berasategi, CC BY 4.0',
  },
  {
    name: 'mountains',
    debianPackage: older,
    path: `${folder}/picosdeeuropa_by_Aitzol_Berasategi.jpg`,
    sha256: '414d0072b2f6f2c555deafeaef6e45c4fed6fa9ad26eba6560ca8803959cf97a',
    about: 'photo, 3264x2448, by Aitzol Berasategi, CC BY 4.0',
  },
  {
    name: 'stream',
    debianPackage: older,
    path: `${folder}/life_by_Aitzol_Berasategi.jpg`,
    sha256: '4c119350ead80201fe256850c3d316309ddfb4bdf10b235ce982dcde0c667c05',
    about: 'photo, 3088x2056, by Aitzol Berasategi, CC BY 4.0',
  },
  {
    name: 'dogs',
    debianPackage: older,
    path: `${folder}/friends_by_Aitzol_Berasategi.jpg`,
    sha256: 'cc40e313c74e421edffe3403def413c16878ce14661cce7ec5915baeab35538d',
    about: 'upright photo, 2056x3088, by Aitzol Berasategi, CC BY 4.0',
  },
  {
    name: 'fig',
    debianPackage: older,
    path: `${folder}/Picture_0B_by_freespace.jpg`,
    sha256: 'c8c0ab18e48d9e0419fe42881112137f3afafc27dfddc29ec3a6d54c56d225ad',
    about: 'photo, 2572x1740, by Trevor "Freespace", CC BY 4.0',
  },
  {
    name: 'nuthatch',
    debianPackage: newer,
    path: `${folder}/Kleiber_by_Lukas_Baubkus.jpg`,
    sha256: '6572410c09f4492c74ccadde133565a14c0161617d5917d4c820c66d65a44ba7',
    about: 'photo, 6028x3391, by Lukas Baubkus, CC BY-SA 3.0',
  },
] as const satisfies readonly PackagePhoto[];

/** Names of the photographs. */
export type PackagePhotoName = (typeof packagePhotos)[number]['name'];
