package eu.waymark.k8s.check;

/** One key of one Secret. */
public record SecretKey(String secret, String key) {}
