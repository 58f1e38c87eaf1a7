package eu.waymark.log.verifier;

import java.util.Optional;

/** The files of a static log: {@code checkpoint}, {@code tile/0/000}, {@code tile/entries/000} and so on. */
@FunctionalInterface
interface LogFiles {

    /** Room for a checkpoint with a hundred signatures. */
    int LONGEST_NOTE = 1 << 16;

    /**
     * @param limit what a sound file has at most, in bytes; of a longer one, more than that is returned, but not all
     * @return empty where there is no such file
     * @throws UndecidedException if it cannot be read
     */
    Optional<byte[]> read(String path, int limit);
}
