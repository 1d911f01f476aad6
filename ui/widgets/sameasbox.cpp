#include "ui/widgets/sameasbox.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

QString codeText(const Result<QByteArray> &text)
{
    if (text)
        return QString::fromUtf8(*text).trimmed();
    const Error &error = text.error();
    return error.cause.isEmpty() ? error.message : error.message + u' ' + error.cause;
}

QString commandInLines(const QStringList &words)
{
    QStringList lines{QString()};
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString part = shellCommand({words[i]});
        if (words[i].startsWith(u"--"_s) && i + 1 < words.size() && !words[i + 1].startsWith(u"--"_s))
            part += u' ' + shellCommand({words[++i]});
        if (!lines.last().isEmpty() && lines.last().size() + part.size() > 70 && part.startsWith(u"--"_s)) {
            lines.last() += u" \\"_s;
            lines << u"  "_s + part;
        } else {
            lines.last() += lines.last().isEmpty() ? part : u' ' + part;
        }
    }
    return lines.join(u'\n');
}

SameAsBox::SameAsBox(QWidget *parent)
    : QWidget(parent),
      m_title(sectionTitle({})),
      m_place(new QWidget),
      m_code(new CodeBox),
      m_note(helpLine({})),
      m_copy(flatButton(tr("Copy"), u"edit-copy"_s))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    column->addWidget(m_title);
    auto *place = new QHBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    place->addStretch(1);
    column->addWidget(m_place);
    m_code->setObjectName(u"attachCommand"_s);
    column->addWidget(m_code);
    m_copy->setObjectName(u"copyCommand"_s);
    m_copy->setAccessibleName(tr("Copy the command"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_copy);
    column->addLayout(foot);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
}

void SameAsBox::setForms(const std::vector<SameAs> &forms)
{
    const QString shown = m_switch ? m_switch->current() : QString();
    m_forms = forms;
    delete m_switch;
    m_switch = nullptr;
    m_title->setText(forms.size() > 1 ? tr("The same thing as") : tr("The same thing as a command"));
    m_place->setVisible(forms.size() > 1);
    if (forms.size() > 1) {
        m_switch = new SegmentedControl(tr("The same thing as"));
        m_switch->setObjectName(u"sameAs"_s);
        for (const SameAs &form : forms)
            m_switch->addChoice(form.id, form.title);
        static_cast<QBoxLayout *>(m_place->layout())->insertWidget(0, m_switch);
        connect(m_switch, &SegmentedControl::chosen, this, &SameAsBox::show);
    }
    const bool isThere = std::any_of(forms.begin(), forms.end(), [&](const SameAs &form) { return form.id == shown; });
    if (!forms.empty())
        show(isThere ? shown : forms.front().id);
}

void SameAsBox::show(const QString &id)
{
    if (m_switch)
        m_switch->setCurrent(id);
    for (const SameAs &form : m_forms) {
        if (form.id != id)
            continue;
        m_code->setText(form.text);
        const bool isCommand = form.text.startsWith(u"mooring "_s);
        m_note->setText(form.text.contains(u"--secret"_s)
                            ? tr("A secret is named, not shown: each is read as one line of standard input.")
                        : form.text.contains(u"os.environ"_s)
                            ? tr("A secret is named, not shown: it is read from the environment.")
                        : isCommand ? tr("Values that nobody changed are left out.")
                                    : QString());
    }
}

QString SameAsBox::text() const { return m_code->text(); }

} // namespace mooring
