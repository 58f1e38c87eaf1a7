package eu.waymark.platform.persistence.crypto;

/**
 * Personal data at rest.
 *
 * @param wrappedKey the data key, encrypted with the service's row key; destroying it destroys the data
 */
public record Sealed(byte[] wrappedKey, byte[] ciphertext) {}
