#include "core/base/text.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QDate>
#include <QVBoxLayout>

namespace mooring {

QWidget *formSide(const TargetKind &kind, QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(side, 16), dp(side, 16), dp(side, 16), dp(side, 16));
    column->setSpacing(dp(side, 8));
    if (const auto end = kind.retirement()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(side, 8));
        row->addWidget(new GlyphLabel(end->date <= QDate::currentDate() ? Glyph::Failed : Glyph::Warning, side), 0,
                       Qt::AlignTop);
        row->addWidget(
            paragraph(
                AttachWizard::tr("%1: %2", "a date, what happens").arg(humanTime(end->date.startOfDay()), end->text),
                side),
            1);
        column->addLayout(row);
        column->addSpacing(dp(side, 4));
    }
    const std::vector<Requirement> requirements = kind.requirements();
    if (!requirements.empty())
        column->addWidget(sectionTitle(AttachWizard::tr("What it must have"), side));
    for (const Requirement &requirement : requirements) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(side, 8));
        row->addWidget(new IconLabel(QStringLiteral("check"), 16, Ink::Text2, side), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *title = new TextLabel(requirement.title, Type::Body, Ink::Text, side);
        title->setWordWrap(true);
        words->addWidget(title);
        words->addWidget(helpLine(requirement.detail, side));
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    if (!requirements.empty()) {
        column->addSpacing(dp(side, 4));
        column->addWidget(new Separator(Qt::Horizontal, side));
        column->addSpacing(dp(side, 4));
    }
    column->addWidget(sectionTitle(AttachWizard::tr("What happens next"), side));
    column->addWidget(paragraph(AttachWizard::tr("Checks run, one after the other, and you see what each asked and "
                                                 "what came back. It is attached only when all that is needed passed."),
                                side));
    column->addWidget(paragraph(AttachWizard::tr("Secrets never go into a file, a log or a command line."), side));
    column->addStretch(1);
    return side;
}

} // namespace mooring
