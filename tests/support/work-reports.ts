/** The own reports that are work reports of one style, as a site holds them; reports that are added change no test of these. */
export const workReports: readonly string[] = [
  'city-communique',
  'company-annual',
  'county-hospital-year',
  'education-bureau-halfyear',
  'employment-security',
  'environment-quality',
  'finance-budget',
  'grain-agriculture',
  'poverty-relief',
  'tourism-culture',
  'transport-year',
  'water-power',
]
