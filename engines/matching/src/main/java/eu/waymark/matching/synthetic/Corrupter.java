package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes the differences with which a child turns up again, and notes which it made. */
final class Corrupter {

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final double KEEPS_NATIVE_NAME = .5;

    private final RandomGenerator random;
    private final NameFaults names;
    private final DateFaults dates;
    private final Set<Fault> made = EnumSet.noneOf(Fault.class);

    Corrupter(RandomGenerator random) {
        this.random = random;
        this.names = new NameFaults(random);
        this.dates = new DateFaults(random);
    }

    /** What the clerk of another agency writes down about this child. */
    Sheet register(Child child, Clerk clerk) {
        Set<Fault> tried = tried();
        Child told = child;
        for (Fault fault : tried) {
            Child changed = names.tell(fault, told);
            note(fault, changed != told);
            told = changed;
        }
        Sheet sheet = clerk.write(told);
        sheet = random.nextDouble() < KEEPS_NATIVE_NAME ? sheet : sheet.withoutNativeName();
        for (Fault fault : tried) {
            Sheet changed = apply(fault, sheet, child);
            note(fault, !changed.equals(sheet));
            sheet = changed;
        }
        return sheet;
    }

    /** Which faults the last registration has. */
    Set<Fault> made() {
        return made;
    }

    Sheet apply(Fault fault, Sheet sheet, Child child) {
        if (fault.ofDate()) {
            return dates.apply(fault, sheet, child);
        }
        return switch (fault) {
            case UNKNOWN_SEX -> sheet.withSex(Sex.NOT_KNOWN);
            case WRONG_SEX -> sheet.withSex(sheet.sex() == Sex.FEMALE ? Sex.MALE : Sex.FEMALE);
            case MISSING_NATIONALITY -> sheet.withoutNationality();
            default -> names.apply(fault, sheet, child.origin());
        };
    }

    private Set<Fault> tried() {
        Set<Fault> tried = EnumSet.noneOf(Fault.class);
        double dateFault = random.nextDouble();
        for (Fault fault : FAULTS) {
            if (fault.ofDate()) {
                if (dateFault >= 0 && dateFault < fault.rate()) {
                    tried.add(fault);
                }
                dateFault -= fault.rate();
            } else if (random.nextDouble() < fault.rate()) {
                tried.add(fault);
            }
        }
        return tried;
    }

    private void note(Fault fault, boolean changed) {
        if (changed) {
            made.add(fault);
        }
    }
}
