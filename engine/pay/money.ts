/** The places at which money is published. */
export const moneyPlaces = 2;
/** The places at which figures that tiers and pools go by are published. */
export const figurePlaces = 4;
