#include "core/base/text.h"
#include "ui/runs/wizard/environmentstep.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

EnvironmentSide::EnvironmentSide(QWidget *parent)
    : QWidget(parent),
      m_glyph(new GlyphLabel(Glyph::NotBegun, this)),
      m_title(sectionTitle({}, this)),
      m_text(paragraph({}, this)),
      m_tools(paragraph({}, this))
{
    setObjectName(u"environmentSide"_s);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"environmentVerdict"_s);
    m_text->setObjectName(u"environmentText"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addWidget(m_text);
    const auto section = [&](const QString &title, QWidget *below) {
        column->addSpacing(dp(this, 4));
        column->addWidget(new Separator(Qt::Horizontal, this));
        column->addSpacing(dp(this, 4));
        column->addWidget(sectionTitle(title, this));
        column->addWidget(below);
    };
    section(tr("Nothing unasked"),
            paragraph(tr("Nothing is installed unless you choose it here. An environment is built apart from every "
                         "other one, and named by its content."),
                      this));
    section(tr("Found there"), m_tools);
    column->addStretch(1);
    m_tools->setText(tr("Being looked for"));
    setLooking();
}

void EnvironmentSide::tell(Glyph glyph, const QString &title, const QString &text)
{
    m_glyph->setGlyph(glyph);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EnvironmentSide::setLooking() { tell(Glyph::Preparing, tr("Looking at the environment"), {}); }

void EnvironmentSide::setOpen() { tell(Glyph::NotBegun, tr("Not chosen yet"), {}); }

void EnvironmentSide::setProblem(const QString &sentence) { tell(Glyph::Failed, tr("This cannot be used"), sentence); }

void EnvironmentSide::setPlan(const EnvironmentPlan &plan)
{
    const QString tool = stringAt(plan.description, "tool");
    switch (plan.kind) {
    case EnvironmentPlan::Kind::None:
        return tell(Glyph::Good, tr("No Python is needed"), tr("Nothing is built or installed."));
    case EnvironmentPlan::Kind::Interpreter:
        return tell(Glyph::Good, plan.reason,
                    tr("Runs with %1. Nothing is built or installed.", "a path").arg(plan.python));
    case EnvironmentPlan::Kind::Container:
        return tell(Glyph::Good, plan.reason,
                    tr("Runs in a container of %1. Nothing is installed on the machine.", "an image").arg(plan.image));
    case EnvironmentPlan::Kind::Venv:
    case EnvironmentPlan::Kind::Conda:
        break;
    }
    const int packages = int(stringsAt(plan.description, "packages").size());
    if (plan.reused)
        return tell(Glyph::Good, plan.reason, tr("Nothing is built. It is in %1.", "a folder").arg(plan.folder));
    tell(Glyph::NotBegun, plan.reason,
         tr("%n packages are asked for. When the run starts, %1 builds it in %2; its log is on the run's page.",
            nullptr, packages)
             .arg(tool, plan.folder));
}

void EnvironmentSide::setTools(const ToolsFound &tools, const QString &target)
{
    if (!tools.problem.isEmpty())
        return m_tools->setText(tools.problem);
    QStringList lines;
    for (const PythonTool &python : tools.pythons) {
        lines << (python.works() ? tr("Python %1, %2", "version, path").arg(python.version, python.path)
                                 : tr("%1: %2", "path, what is wrong").arg(python.path, python.problem));
    }
    for (const CondaTool &conda : tools.condas)
        lines << tr("%1 %2, %3", "tool, version, path").arg(conda.name, conda.version, conda.path);
    if (tools.condas.empty())
        lines << tr("No conda tool was found on %1: a conda file cannot be built there.").arg(target);
    m_tools->setText(lines.join(u'\n'));
}

} // namespace mooring
