package vivarium.ui.project;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file or folder with its drawing. */
final class EntryCell extends TreeCell<Entry> {
    private static final Map<String, Ikon> ICONS = Map.ofEntries(
            Map.entry("py", Feather.CODE),
            Map.entry("wsgi", Feather.CODE),
            Map.entry("html", Feather.LAYOUT),
            Map.entry("htm", Feather.LAYOUT),
            Map.entry("css", Feather.DROPLET),
            Map.entry("js", Feather.CODE),
            Map.entry("png", Feather.IMAGE),
            Map.entry("jpg", Feather.IMAGE),
            Map.entry("jpeg", Feather.IMAGE),
            Map.entry("gif", Feather.IMAGE),
            Map.entry("svg", Feather.IMAGE),
            Map.entry("ico", Feather.IMAGE),
            Map.entry("db", Feather.DATABASE),
            Map.entry("sqlite3", Feather.DATABASE),
            Map.entry("sql", Feather.DATABASE),
            Map.entry("toml", Feather.SETTINGS),
            Map.entry("cfg", Feather.SETTINGS),
            Map.entry("ini", Feather.SETTINGS),
            Map.entry("env", Feather.SETTINGS));

    private final FontIcon icon = new FontIcon(Feather.FILE);

    @Override
    protected void updateItem(@Nullable Entry item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(item.name());
        icon.setIconCode(icon(item));
        setGraphic(icon);
    }

    private static Ikon icon(Entry entry) {
        if (entry.folder()) {
            return Feather.FOLDER;
        }
        String name = entry.name().toLowerCase(Locale.ROOT);
        return ICONS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Feather.FILE_TEXT);
    }
}
