package eu.waymark.matching.clk;

/** The few most similar people of a scan, each once. Not safe for several threads. */
public final class Hits {

    private final int[] people;
    private final double[] similarities;
    private int size;

    /** @param most how many to keep, at least 1 */
    public Hits(int most) {
        people = new int[most];
        similarities = new double[most];
    }

    /** Keeps the person if among the most similar; of a person's encodings the most similar counts. */
    void offer(int person, double similarity) {
        int at = 0;
        while (at < size && people[at] != person) {
            at++;
        }
        if (at == size) {
            if (size < people.length) {
                size++;
            } else if (similarities[--at] >= similarity) {
                return;
            }
        } else if (similarities[at] >= similarity) {
            return;
        }
        while (at > 0 && similarities[at - 1] < similarity) {
            people[at] = people[at - 1];
            similarities[at] = similarities[at - 1];
            at--;
        }
        people[at] = person;
        similarities[at] = similarity;
    }

    /** How many people were found. */
    public int size() {
        return size;
    }

    /** The person at a rank, from 0. */
    public int person(int rank) {
        return people[rank];
    }

    /** The similarity at a rank; 0 behind the last. */
    public double similarity(int rank) {
        return rank < size ? similarities[rank] : 0;
    }
}
