package eu.waymark.matching.train;

/** Keeps better agreement from weighing less than worse: an exact date must not be worth less than a slip of one. */
final class Monotone {

    private Monotone() {}

    /** Pools neighbouring levels until m/u never rises (pool adjacent violators, weighted by u); sums of m stay. */
    static void enforce(double[] m, double[] u) {
        int[] end = new int[m.length];
        double[] poolM = new double[m.length];
        double[] poolU = new double[m.length];
        int pools = 0;
        for (int level = 0; level < m.length; level++) {
            poolM[pools] = m[level];
            poolU[pools] = u[level];
            end[pools++] = level + 1;
            while (pools > 1 && poolM[pools - 1] * poolU[pools - 2] > poolM[pools - 2] * poolU[pools - 1]) {
                poolM[pools - 2] += poolM[pools - 1];
                poolU[pools - 2] += poolU[pools - 1];
                end[pools - 2] = end[pools - 1];
                pools--;
            }
        }
        for (int pool = 0, level = 0; pool < pools; pool++) {
            for (; level < end[pool]; level++) {
                m[level] = poolM[pool] * u[level] / poolU[pool];
            }
        }
    }
}
