package eu.waymark.identity.imports;

/** Why a line cannot be taken whatever it says. */
enum LineFault {
    LINE_TOO_LONG("line-too-long", "is longer than " + LineReader.LONGEST + " bytes"),
    WRONG_ENCODING("wrong-encoding", "is not UTF-8"),
    DUPLICATE_ID("duplicate-id", "externalId stands in an earlier line of this import");

    private final String code;
    private final String detail;

    LineFault(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    ImportReport.Rejection at(long line) {
        return new ImportReport.Rejection(line, code, detail);
    }
}
