package eu.waymark.matching.clk;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.EncodingResult.Missing;
import eu.waymark.matching.clk.EncodingResult.TooLittle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Encodes people under a key. A person gets one encoding for each name (script, alias) and each birth on record, and one
 * with the year alone for each name and possible year. A question adds the day with month and day swapped and the years
 * beside where the year is not sure; it looks by the year alone only where either side does not know the day. Keep one
 * encoder per thread.
 */
public final class ClkEncoder {

    /** Most encodings of one person; the rest of a long list of aliases is left out. */
    public static final int MAX_ENCODINGS = 24;

    private static final int MAX_NAMES = 4;
    private static final int MAX_BLOCKS = 96;

    private final Hashing hashing;
    private final NameFeatures names;
    private final BirthFeatures births;
    private final ClkParameters weights;

    /** @param key secret of the epoch; both sides of a comparison use the same */
    public ClkEncoder(ClkKey key) {
        this(key, ClkParameters.CURRENT);
    }

    ClkEncoder(ClkKey key, ClkParameters weights) {
        this.hashing = new Hashing(key);
        this.weights = weights;
        this.names = new NameFeatures(weights);
        this.births = new BirthFeatures(weights);
    }

    /** What a register stores. */
    public EncodingResult encode(Demographics person) {
        return encode(person, ClaimedBirths.ofRecord(person.births()));
    }

    /** What an agency asks with: more variants, so that fewer need to be stored. */
    public EncodingResult question(Demographics person) {
        return encode(person, ClaimedBirths.ofQuestion(person.births()));
    }

    private EncodingResult encode(Demographics person, ClaimedBirths read) {
        List<List<CanonicalWord>> words = words(person, read.days().isEmpty() ? 2 : 1);
        if (read.years().isEmpty()) {
            return new TooLittle(Missing.BIRTH);
        }
        if (words.isEmpty()) {
            return new TooLittle(Missing.NAME);
        }
        Set<Encoding> encodings = new LinkedHashSet<>();
        words.forEach(name -> read.days().forEach(day -> encodings.add(ofDay(name, day, person.sex()))));
        for (List<CanonicalWord> name : words) {
            if (name.size() > 1) {
                read.years()
                        .forEach((year, readings) ->
                                readings.forEach(reading -> encodings.add(ofYear(reading, name, year, person.sex()))));
            }
        }
        return new Encoded(
                encodings.stream().limit(MAX_ENCODINGS).toList(),
                blocks(words, read.years().keySet()));
    }

    private List<List<CanonicalWord>> words(Demographics person, int least) {
        var all = new LinkedHashSet<List<CanonicalWord>>();
        for (PersonName name : person.names()) {
            List<CanonicalWord> words = names.words(name, person.nationalities());
            if (words.size() >= least && all.size() < MAX_NAMES) {
                all.add(words);
            }
        }
        return List.copyOf(all);
    }

    private Encoding ofDay(List<CanonicalWord> words, LocalDate day, Sex sex) {
        return encoding(Reading.DAY, day.getYear(), encoded(words, births.day(day), sex, day.getYear()));
    }

    private Encoding ofYear(Reading reading, List<CanonicalWord> words, int year, Sex sex) {
        return encoding(reading, year, encoded(words, births.year(year), sex, year));
    }

    private Encoding encoding(Reading reading, int year, Clk clk) {
        return new Encoding(reading, hashing.block(String.valueOf(year), reading.name()), clk);
    }

    Clk encoded(List<CanonicalWord> words, List<Feature> birth, Sex sex, int year) {
        var features = new ArrayList<>(names.of(words));
        features.addAll(birth);
        if (sex.known()) {
            features.add(new Feature(Feature.Kind.SEX, String.valueOf(sex.code()), weights.sex()));
        }
        return hashing.encode(String.valueOf(year), features);
    }

    private Set<Long> blocks(List<List<CanonicalWord>> names, Set<Integer> years) {
        var blocks = new LinkedHashSet<Long>();
        for (List<CanonicalWord> words : names) {
            for (CanonicalWord word : words) {
                for (int year : years) {
                    if (blocks.size() < MAX_BLOCKS) {
                        blocks.add(hashing.block(String.valueOf(year), word.skeleton()));
                    }
                }
            }
        }
        return blocks;
    }
}
