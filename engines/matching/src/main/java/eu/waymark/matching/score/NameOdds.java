package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;

/** The odds of names of one model by number, with the evidence that does not depend on the word worked out once. */
final class NameOdds {

    private static final int ROLES = NameRole.values().length;
    private static final int LEVELS = NameLevel.values().length;

    private final Parameters parameters;
    private final Odds[] odds = new Odds[ROLES * LEVELS];
    private final Contribution[] plain = new Contribution[ROLES * LEVELS];
    private final double[] typicalBits = new double[ROLES * LEVELS];
    private final double[] typicalSwappedBits = new double[ROLES * LEVELS];

    NameOdds(Parameters parameters) {
        this.parameters = parameters;
        for (NameRole role : NameRole.values()) {
            for (NameLevel level : NameLevel.values()) {
                int at = at(role, level);
                odds[at] = parameters.name(role, level);
                plain[at] = Contribution.of(field(role), level, odds[at]);
                Odds typical = odds[at].of(parameters.shareUnknown(role));
                typicalBits[at] = typical.bits();
                typicalSwappedBits[at] = swapped(typical).bits();
            }
        }
    }

    Odds of(NameRole role, NameLevel level) {
        return odds[at(role, level)];
    }

    /** The odds where a given name agrees with a family name. */
    Odds swapped(Odds straight) {
        return new Odds(straight.m() * parameters.swapped(), straight.u());
    }

    /** The evidence of a level as its table has it. */
    Contribution plain(NameRole role, NameLevel level) {
        return plain[at(role, level)];
    }

    double differentBits(NameRole role) {
        return plain(role, NameLevel.DIFFERENT).bits();
    }

    /** The evidence of a word, with what the level would be worth for a word of unknown frequency told apart. */
    Contribution ofWord(NameRole role, NameLevel level, Odds here, boolean swapped) {
        double bits = here.bits();
        double typical = (swapped ? typicalSwappedBits : typicalBits)[at(role, level)];
        return new Contribution(field(role), level, bits, bits - typical, here);
    }

    private static int at(NameRole role, NameLevel level) {
        return role.ordinal() * LEVELS + level.ordinal();
    }

    private static Field field(NameRole role) {
        return switch (role) {
            case GIVEN -> Field.GIVEN_NAME;
            case FAMILY -> Field.FAMILY_NAME;
            case PATRONYMIC -> Field.PATRONYMIC;
            case UNKNOWN -> Field.NAME;
        };
    }
}
