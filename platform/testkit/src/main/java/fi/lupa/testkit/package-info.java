/** What the tests of every service stand on: real PostgreSQL, real Kafka, a real token issuer. */
package fi.lupa.testkit;
