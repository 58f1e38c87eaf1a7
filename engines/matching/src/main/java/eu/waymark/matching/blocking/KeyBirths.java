package eu.waymark.matching.blocking;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What keys need to know of a person's births. */
final class KeyBirths {

    /** A claim that spans more years is filed as one of an unknown year. */
    static final int MAX_YEARS = 5;

    /** A question of a longer span looks up the years in its middle. */
    private static final int MAX_ASKED_YEARS = 20;

    private static final int DECADE = 10;
    private static final int MONTHS = 12;

    private final List<LocalDate> days = new ArrayList<>(1);
    private final List<BirthDate> claims = new ArrayList<>(1);

    KeyBirths(List<BirthDate> births) {
        for (BirthDate birth : births) {
            if (birth.known() && claims.size() < KeyPerson.MAX_BIRTHS) {
                claims.add(birth);
                if (birth.isDay() && !days.contains(birth.earliest())) {
                    days.add(birth.earliest());
                }
            }
        }
    }

    List<LocalDate> days() {
        return days;
    }

    /** The days, and each with day and month swapped. */
    List<LocalDate> askedDays() {
        Set<LocalDate> asked = new LinkedHashSet<>(days);
        for (LocalDate day : days) {
            if (day.getDayOfMonth() <= MONTHS) {
                asked.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
            }
        }
        return List.copyOf(asked);
    }

    /** The days that differ from one of these in a digit of day or month or by a year. */
    List<LocalDate> nearDays() {
        var near = new ArrayList<LocalDate>(32);
        for (LocalDate day : days) {
            near.add(day.minusYears(1));
            near.add(day.plusYears(1));
            int month = day.getMonthValue();
            for (int other = 1; other <= MONTHS; other++) {
                if (isOneDigitOff(month, other) && day.getDayOfMonth() <= lengthOf(day, other)) {
                    near.add(day.withMonth(other));
                }
            }
            for (int other = 1; other <= day.lengthOfMonth(); other++) {
                if (isOneDigitOff(day.getDayOfMonth(), other)) {
                    near.add(day.withDayOfMonth(other));
                }
            }
        }
        near.removeAll(days);
        return near;
    }

    int[] storedYears() {
        var years = new TreeSet<Integer>();
        for (BirthDate claim : claims) {
            int first = claim.earliest().getYear();
            int last = claim.latest().getYear();
            if ((long) last - first < MAX_YEARS) {
                IntStream.rangeClosed(first, last).forEach(years::add);
            } else {
                years.add(0);
            }
        }
        return orNone(years);
    }

    int[] storedMonths() {
        var months = new TreeSet<Integer>();
        claims.forEach(claim -> months.add(month(claim)));
        return orNone(months);
    }

    /** A wrong last digit or a wrong decade are as likely as the neighbouring year. */
    int[] askedYears() {
        var years = new LinkedHashSet<Integer>();
        years.add(0);
        for (BirthDate claim : claims) {
            addAsked(years, claim);
        }
        days.forEach(day -> years.add(day.getYear() - DECADE));
        days.forEach(day -> years.add(day.getYear() + DECADE));
        return ints(years);
    }

    /** Of an open claim the years next to its known end, of a long one those in its middle. */
    private static void addAsked(Set<Integer> years, BirthDate claim) {
        boolean open = claim.earliest().equals(LocalDate.MIN);
        boolean endless = claim.latest().equals(LocalDate.MAX);
        long last = endless
                ? claim.earliest().getYear() + (long) MAX_ASKED_YEARS
                : claim.latest().getYear() + 2L;
        long first = open ? last - MAX_ASKED_YEARS : claim.earliest().getYear() - 2L;
        if (last - first > MAX_ASKED_YEARS) {
            first = (first + last - MAX_ASKED_YEARS) / 2;
            last = first + MAX_ASKED_YEARS;
        }
        LongStream.rangeClosed(first, last).forEach(year -> years.add((int) year));
    }

    int[] askedMonths() {
        var months = new LinkedHashSet<Integer>();
        months.add(0);
        claims.forEach(claim -> months.add(month(claim)));
        days.stream().map(LocalDate::getDayOfMonth).filter(day -> day <= MONTHS).forEach(months::add);
        boolean unknown = claims.isEmpty() || claims.stream().anyMatch(claim -> month(claim) == 0);
        return unknown ? IntStream.rangeClosed(0, MONTHS).toArray() : ints(months);
    }

    private static int month(BirthDate claim) {
        boolean oneMonth = claim.earliest().getYear() == claim.latest().getYear()
                && claim.earliest().getMonthValue() == claim.latest().getMonthValue();
        return oneMonth && claim.quality() != BirthQuality.DEFAULT_DAY
                ? claim.earliest().getMonthValue()
                : 0;
    }

    private static boolean isOneDigitOff(int number, int other) {
        return other != number && (other / 10 == number / 10 || other % 10 == number % 10);
    }

    private static int lengthOf(LocalDate day, int month) {
        return Month.of(month).length(day.isLeapYear());
    }

    private static int[] orNone(Set<Integer> values) {
        return values.isEmpty() ? new int[1] : ints(values);
    }

    private static int[] ints(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Never shows the births. */
    @Override
    public String toString() {
        return "KeyBirths[redacted]";
    }
}
