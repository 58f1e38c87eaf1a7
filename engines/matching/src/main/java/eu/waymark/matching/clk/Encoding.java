package eu.waymark.matching.clk;

/**
 * One way in which a person's data may be read.
 *
 * @param reading what it says about the birth
 * @param shelf keyed hash of reading and year: since the year is the salt, no other shelf has anything alike
 * @param clk the bits
 */
public record Encoding(Reading reading, long shelf, Clk clk) {

    /** Never shows the encoding. */
    @Override
    public String toString() {
        return "Encoding[" + reading + ", redacted]";
    }
}
