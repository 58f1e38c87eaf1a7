package eu.waymark.matching.cli;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.InvalidDemographicsException;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One child from a file: each line a name, a birth or both, as they stand in the agency's papers. */
final class ChildReader {

    private final CsvFile file;
    private final List<PersonName> names = new ArrayList<>();
    private final List<BirthDate> births = new ArrayList<>();
    private final TreeSet<String> nationalities = new TreeSet<>();
    private Sex sex = Sex.NOT_KNOWN;

    ChildReader(CsvFile file) {
        this.file = file;
        if (file.column("given") < 0 && file.column("family") < 0 && file.column("full") < 0) {
            throw new ToolException("There is no column with a name; known are full,given,family,dob,sex,nationality");
        }
    }

    /** @throws BadLineException naming the line and the column, never what stands there */
    Demographics read() throws BadLineException {
        for (CsvFile.Line line = file.next(); line != null; line = file.next()) {
            try {
                add(line);
            } catch (InvalidDemographicsException | BadLineException bad) {
                throw new BadLineException("line " + line.number() + ": " + bad.getMessage());
            }
        }
        return new Demographics(names, births, sex, nationalities);
    }

    private void add(CsvFile.Line line) throws BadLineException {
        List<String> cells = line.cells();
        if (cells == null || cells.size() != file.header().size()) {
            throw new BadLineException("has not one value for each column, or quotes that do not close");
        }
        addNames(cells);
        String dob = cell(cells, "dob");
        if (!dob.isEmpty()) {
            births.addAll(BirthDate.parseAll("dob", dob));
        }
        Sex said = PersonReader.sex("sex", cell(cells, "sex"));
        if (said.known() && sex.known() && said != sex) {
            throw new BadLineException("sex is another than in a line before; leave it empty where it is disputed");
        }
        sex = said.known() ? said : sex;
        nationalities.addAll(PersonReader.countries("nationality", cell(cells, "nationality")));
    }

    private void addNames(List<String> cells) {
        String full = cell(cells, "full");
        if (!full.isEmpty()) {
            names.add(PersonName.full(full));
        }
        String given = cell(cells, "given");
        String family = cell(cells, "family");
        if (!given.isEmpty() || !family.isEmpty()) {
            names.add(PersonName.of(given.isEmpty() ? null : given, family.isEmpty() ? null : family));
        }
    }

    private String cell(List<String> cells, String column) {
        int at = file.column(column);
        return at < 0 ? "" : cells.get(at);
    }
}
