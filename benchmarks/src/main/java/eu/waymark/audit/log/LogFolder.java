package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.TileHashes;
import eu.waymark.log.Tiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A log as an auditor keeps it: its tiles, its entries and its checkpoint in files, as C2SP tlog-tiles lays them out. */
final class LogFolder {

    private final Sql sql;
    private final Path folder;

    /** @param sql of somebody who may read leaves */
    LogFolder(Sql sql, Path folder) {
        this.sql = sql;
        this.folder = folder;
    }

    /** @param checkpoint of all its leaves */
    void write(String checkpoint) throws IOException {
        var size = LogConnection.size(sql);
        var edge = TileEdge.read(0, tiles -> Map.of());
        for (var bundle : (Iterable<EntryBundle>) EntryBundle.of(size)::iterator) {
            var entries = entries(bundle);
            file("tile/" + bundle.path(), bundle.encode(entries));
            for (var tile : edge.append(entries.stream().map(Hash::ofLeaf).toList())) {
                file(tile);
            }
        }
        var partial = new TileTable(sql).fetch(new HashSet<>(Tiles.partial(size)));
        for (var tile : partial.entrySet()) {
            file("tile/" + tile.getKey().path(), tile.getValue());
        }
        file("checkpoint", checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    private List<byte[]> entries(EntryBundle bundle) {
        return sql.list(
                "select body from guarded.leaf where leaf_index >= ? and leaf_index < ? order by leaf_index",
                row -> row.getBytes(1),
                bundle.firstLeaf(),
                bundle.firstLeaf() + bundle.width());
    }

    private void file(TileHashes tile) throws IOException {
        file("tile/" + tile.tile().path(), tile.encoded());
    }

    private void file(String path, byte[] content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
