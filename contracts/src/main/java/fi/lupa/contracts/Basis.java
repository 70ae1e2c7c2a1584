package fi.lupa.contracts;

/**
 * On what a request stands (perusteena käytetty oikeus): the own register, a register usage right
 * (rekisterinkäyttöoikeus), or a disclosure (luovutus).
 */
public enum Basis {
  OWN_REGISTER,
  REGISTER_USAGE_RIGHT,
  DISCLOSURE
}
