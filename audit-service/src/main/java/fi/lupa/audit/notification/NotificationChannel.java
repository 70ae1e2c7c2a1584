package fi.lupa.audit.notification;

/** How a client is told. */
enum NotificationChannel {
  EMAIL,
  WEBHOOK
}
