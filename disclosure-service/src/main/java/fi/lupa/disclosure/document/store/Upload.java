package fi.lupa.disclosure.document.store;

/** An upload as received: the metadata's JSON, and the content with its media type. */
record Upload(byte[] metadata, byte[] content, String mediaType) {}
