package vivarium.app.inspect;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vivarium.transfer.ExchangeJson;
import vivarium.transfer.ExchangeText;

/** Shows one exchange. */
@Command(
        name = "show",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Show one exchange: both messages, the log, the exception; with --json the environ too.")
public final class ShowCommand implements Runnable {
    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "A .vivarium file, a name of a session, or a project's folder.")
    private String session = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The exchange's number.")
    private long id;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public void run() {
        try (var file = SessionFile.open(session)) {
            var exchange = file.exchange(id);
            if (printing.json) {
                printing.out().println(ExchangeJson.whole(exchange).toPrettyString());
            } else {
                printing.out().print(ExchangeText.of(exchange));
                printing.out().flush();
            }
        }
    }
}
