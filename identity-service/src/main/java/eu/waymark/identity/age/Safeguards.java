package eu.waymark.identity.age;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Under what safeguards an age was assessed (EUAA, Practical guide on age assessment).
 *
 * @param guardianPresent a guardian or another independent adult was there
 * @param interpreter one was there, or none was needed
 * @param leastIntrusive no less intrusive method would have told
 * @param multidisciplinary people of several professions took part
 */
@Schema(name = "AgeSafeguards")
record Safeguards(boolean guardianPresent, boolean interpreter, boolean leastIntrusive, boolean multidisciplinary) {

    static final Safeguards NONE = new Safeguards(false, false, false, false);

    boolean isComplete() {
        return guardianPresent && interpreter && leastIntrusive && multidisciplinary;
    }
}
