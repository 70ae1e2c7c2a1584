package fi.lupa.contracts;

/**
 * How an organiser bought a service from a producer: palveluseteli, maksusitoumus, ostopalvelu
 * (domain sheet 1.2).
 */
public enum PurchaseForm {
  SERVICE_VOUCHER,
  PAYMENT_COMMITMENT,
  OUTSOURCED_SERVICE
}
