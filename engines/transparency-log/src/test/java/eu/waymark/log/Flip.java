package eu.waymark.log;

/** Damage for hashes. */
final class Flip {

    private Flip() {}

    static Hash bit(Hash hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
