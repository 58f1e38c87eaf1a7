package eu.waymark.log;

/** The content of a tile or entry bundle is not one that any log can have written. */
public final class InvalidTileException extends RuntimeException {

    private final String path;

    InvalidTileException(String path, String fault) {
        super("Tile " + path + " " + fault);
        this.path = path;
    }

    /** Such as {@code 0/x001/x234/067.p/5} or {@code entries/000}. */
    public String path() {
        return path;
    }
}
