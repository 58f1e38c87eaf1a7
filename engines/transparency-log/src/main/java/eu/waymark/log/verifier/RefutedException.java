package eu.waymark.log.verifier;

/** What was checked is false, and here is where. */
final class RefutedException extends RuntimeException {

    private final String where;

    /** @param where the first thing found to be wrong, such as {@code leaf 1234} or {@code tile 1/003} */
    RefutedException(String where, String fault) {
        super(fault);
        this.where = where;
    }

    static RefutedException leaf(long index, String fault) {
        return new RefutedException("leaf " + index, fault);
    }

    static RefutedException tile(String path, String fault) {
        return new RefutedException("tile " + path, fault);
    }

    String where() {
        return where;
    }
}
