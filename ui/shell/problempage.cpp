#include "ui/shell/problempage.h"

#include "ui/widgets/pageheader.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

namespace mooring {

ProblemPage::ProblemPage(const Error &error, QWidget *parent) : Page(parent)
{
    setObjectName(QStringLiteral("problemPage"));
    header()->setTitle(tr("The workspace is not open"));
    header()->setBadge(Glyph::Failed, tr("Not opened"));
    setHeaderLine(true);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    layout->setSpacing(dp(this, 12));
    const auto add = [&](const QString &text, Ink ink, const char *name) {
        if (text.isEmpty())
            return;
        auto *label = new TextLabel(text, Type::Body, ink);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setObjectName(QLatin1String(name));
        label->setMaximumWidth(dp(this, 720));
        layout->addWidget(label);
    };
    add(error.message, Ink::Text, "problemMessage");
    add(error.cause, Ink::Text2, "problemCause");
    add(error.fix, Ink::Text, "problemFix");
    add(tr("Nothing was changed. Runs that were started go on without this window."), Ink::Text2, "problemUntouched");
    layout->addStretch(1);
    setBody(body);
}

} // namespace mooring
