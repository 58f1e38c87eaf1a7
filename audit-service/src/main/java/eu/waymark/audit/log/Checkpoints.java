package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSignature;
import eu.waymark.log.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The checkpoints that the log has signed, with the signatures that witnesses have put under them. */
@ApplicationScoped
class Checkpoints {

    private static final String SIGNED = """
            select size, note, array(select line from cosignature c where c.size = p.size order by witness) from checkpoint p""";

    private final Jdbc jdbc;

    /**
     * A size of the log, and the note that vouches for it.
     *
     * @param cosignatures signature lines of witnesses
     */
    record Signed(long size, String note, List<String> cosignatures) {

        /**
         * As it stands in the note, whoever signed that.
         *
         * @throws eu.waymark.log.note.InvalidNoteException for what is no checkpoint
         */
        Hash root() {
            return Checkpoint.parse(SignedNote.parse(note).text()).root();
        }

        /** The note with all its signatures. */
        String cosigned() {
            return cosignatures.stream().reduce(note, (text, line) -> text + line + "\n");
        }
    }

    Checkpoints(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Signed> newest() {
        return jdbc.first(SIGNED + " order by size desc limit 1", Checkpoints::read);
    }

    /** The newest one that so many of these witnesses have signed. */
    Optional<Signed> newest(List<String> witnesses, int quorum) {
        return jdbc.first(
                SIGNED
                        + " where size = (select size from cosignature where witness = any (?)"
                        + " group by size having count(*) >= ? order by size desc limit 1)",
                Checkpoints::read,
                witnesses.toArray(String[]::new),
                quorum);
    }

    Optional<Signed> ofSize(long size) {
        return jdbc.first(SIGNED + " where size = ?", Checkpoints::read, size);
    }

    /** Stores a checkpoint; a replica that was faster has stored the same bytes, since Ed25519 is deterministic. */
    void add(long size, String note) {
        jdbc.insert(
                "insert into checkpoint (size, note) values (?, ?) on conflict (size) do nothing",
                Collections.singletonList(new Object[] {size, note}));
    }

    /** Stores a verified cosignature; the first of a witness stays. */
    void add(long size, NoteSignature cosignature) {
        jdbc.insert(
                "insert into cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing",
                Collections.singletonList(new Object[] {size, cosignature.keyName(), cosignature.line()}));
    }

    private static Signed read(ResultSet row) throws SQLException {
        var lines = (String[]) row.getArray(3).getArray();
        return new Signed(row.getLong(1), row.getString(2), List.of(lines));
    }
}
