package eu.waymark.log;

/** A source does not hold a tile that a tree of its size has. Nothing is proved or refuted by that. */
public final class MissingTileException extends RuntimeException {

    private final Tile tile;

    public MissingTileException(Tile tile) {
        super("The source holds no tile " + tile.path());
        this.tile = tile;
    }

    public Tile tile() {
        return tile;
    }
}
