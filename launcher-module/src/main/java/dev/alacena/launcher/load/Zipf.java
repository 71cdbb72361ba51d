package dev.alacena.launcher.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Numbers from 1 to n of which the k-th is drawn with a probability proportional to 1/k: few are asked for often, most
 * hardly ever. Immutable.
 *
 * @see <a href="https://ieeexplore.ieee.org/document/749260">Breslau et al., Web Caching and Zipf-like Distributions, 1999</a>
 */
final class Zipf {

    private final double[] cumulated;

    Zipf(int n) {
        cumulated = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += 1.0 / (k + 1);
            cumulated[k] = sum;
        }
    }

    int draw(RandomGenerator random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, point);
        return Math.min(found < 0 ? -found : found + 2, cumulated.length);
    }
}
