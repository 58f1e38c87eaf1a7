package eu.waymark.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what stands around a date: alternatives, the calendar, an age. */
final class ClaimText {

    private static final int LONGEST = 200;
    private static final int MOST_CLAIMS = 20;
    private static final int OLDEST = 150;
    private static final Pattern AGE =
            Pattern.compile("age\\s+(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?\\s*@\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND = Pattern.compile("(\\S+?)\\s*([A-Za-z]{2})");
    private static final Pattern BEFORE = Pattern.compile("([A-Za-z_-]{3,20}):(.+)");

    private final String field;

    ClaimText(String field) {
        this.field = field;
    }

    List<BirthDate> all(String text) {
        List<BirthDate> claims = new ArrayList<>(2);
        for (String alternative : bounded(text).split("\\|", -1)) {
            String claim = alternative.strip();
            if (isSet(claim)) {
                for (String member : claim.substring(1, claim.length() - 1).split(",", -1)) {
                    claims.add(one(member.strip().replaceFirst("(?<=[0-9X])\\.\\.(?=[0-9])", "/")));
                }
            } else {
                claims.add(one(claim));
            }
        }
        if (claims.size() > MOST_CLAIMS) {
            throw refused("holds more than " + MOST_CLAIMS + " claims");
        }
        return List.copyOf(claims);
    }

    BirthDate one(String text) {
        String claim = bounded(text);
        Matcher age = AGE.matcher(claim);
        if (age.matches()) {
            return age(claim, age);
        }
        Matcher before = BEFORE.matcher(claim);
        if (before.matches()) {
            return in(claim, before.group(1), before.group(2).strip());
        }
        Matcher behind = BEHIND.matcher(claim);
        if (behind.matches() && BirthCalendar.named(behind.group(2)) != null) {
            return in(claim, behind.group(2), behind.group(1));
        }
        return new Edtf(field, claim, null).read(claim);
    }

    BirthDate age(int least, int most, LocalDate on) {
        return age("age " + least + "-" + most + " @ " + on, least, most, on);
    }

    private BirthDate age(String claim, Matcher age) {
        int least = Integer.parseInt(age.group(1));
        int most = age.group(2) == null ? least : Integer.parseInt(age.group(2));
        BirthDate on = new Edtf(field, claim, BirthCalendar.GREGORIAN).read(age.group(3));
        if (!on.isDay()) {
            throw refused("has an age without the day on which it was so");
        }
        return age(claim, least, most, on.earliest());
    }

    private BirthDate age(String claim, int least, int most, LocalDate on) {
        if (least < 0 || least > most || most > OLDEST) {
            throw refused("has an age that is no age of a person");
        }
        try {
            return new BirthDate(claim, on.minusYears(most + 1L).plusDays(1), on.minusYears(least), BirthQuality.AGE);
        } catch (DateTimeException beyondTime) {
            // The cause would repeat the value.
            throw refused("has an age on a day that no calendar has");
        }
    }

    private BirthDate in(String claim, String mark, String date) {
        BirthCalendar calendar = BirthCalendar.named(mark);
        if (calendar == null) {
            throw refused("names a calendar that is not known (SH, EC, AH, BE)");
        }
        return new Edtf(field, claim, calendar).read(date);
    }

    private static boolean isSet(String claim) {
        return claim.startsWith("[") && claim.endsWith("]") && claim.length() > 1
                || claim.startsWith("{") && claim.endsWith("}") && claim.length() > 1;
    }

    private String bounded(String text) {
        if (text.length() > LONGEST) {
            throw refused("is longer than " + LONGEST + " characters");
        }
        return text.strip();
    }

    private InvalidDemographicsException refused(String reason) {
        return new InvalidDemographicsException(field, reason);
    }
}
