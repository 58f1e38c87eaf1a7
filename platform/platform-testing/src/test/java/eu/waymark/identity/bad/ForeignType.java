package eu.waymark.identity.bad;

/** Something that belongs to another service. */
public class ForeignType {}
