#include "ui/inference/answerpanel.h"

#include "core/base/text.h"
#include "ui/inference/codeedit.h"
#include "ui/inference/historymodel.h"
#include "ui/inference/jsontext.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QStackedWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kMostShown = 2 * 1024 * 1024; ///< bytes of an answer that are laid out
constexpr qsizetype kMostCode = 64 * 1024;        ///< bytes of a request that stand in code
constexpr size_t kMostDifferences = 500;
constexpr int kMostNames = 3;

} // namespace

QString reasonOf(int status)
{
    switch (status) {
    case 200:
        return u"OK"_s;
    case 400:
        return u"Bad Request"_s;
    case 404:
        return u"Not Found"_s;
    case 413:
        return u"Content Too Large"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return {};
    }
}

QString differenceSentence(const std::vector<AnswerDifference> &differences)
{
    if (differences.empty())
        return {};
    QStringList names; // the outermost key says enough
    double apart = 0;
    bool allNumbers = true;
    for (const AnswerDifference &each : differences) {
        const QString name = each.path.section(u'/', 1, 1);
        if (!name.isEmpty() && !names.contains(name))
            names << name;
        if (each.left && each.right && each.left->is_number() && each.right->is_number())
            apart = std::max(apart, std::abs(each.left->get<double>() - each.right->get<double>()));
        else
            allNumbers = false;
    }
    const QString which =
        names.size() > kMostNames ? names.mid(0, kMostNames).join(u", "_s) + u", …"_s : names.join(u", "_s);
    const QString distance = QString::number(apart, 'g', 4);
    if (which.isEmpty())
        return allNumbers ? AnswerPanel::tr("The numbers differ, at most %1 apart.").arg(distance)
                          : AnswerPanel::tr("The answers differ.");
    return allNumbers ? AnswerPanel::tr("It differs in %1, at most %2 apart.").arg(which, distance)
                      : AnswerPanel::tr("It differs in %1.").arg(which);
}

AnswerPanel::AnswerPanel(QWidget *parent)
    : QWidget(parent),
      m_glyph(new GlyphLabel(Glyph::NotBegun)),
      m_status(new ElidedLabel(tr("nothing sent yet"), Type::Body, Ink::Text2)),
      m_view(new SegmentedControl(tr("How the answer is shown"))),
      m_body(new CodeEdit(tr("Answer"))),
      m_note(helpLine({})),
      m_language(new SegmentedControl(tr("Language of the code"))),
      m_code(new QStackedWidget),
      m_curl(new CommandBox),
      m_python(new CodeBox)
{
    m_glyph->setObjectName(u"answerGlyph"_s);
    m_status->setObjectName(u"answerStatus"_s);
    m_body->setObjectName(u"answerBody"_s);
    m_note->setObjectName(u"answerNote"_s);
    m_body->setReadOnly(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    column->addWidget(makeHead());
    column->addWidget(m_body, 1);
    column->addWidget(m_note);
    column->addSpacing(dp(this, 4));
    column->addWidget(makeCode());
}

QWidget *AnswerPanel::makeHead()
{
    m_view->setObjectName(u"answerView"_s);
    m_view->addChoice(u"pretty"_s, tr("Pretty"));
    m_view->addChoice(u"raw"_s, tr("Raw"));
    m_view->addChoice(u"headers"_s, tr("Headers"));
    m_view->addChoice(u"differences"_s, tr("Differences"));
    connect(m_view, &SegmentedControl::chosen, this, &AnswerPanel::showView);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    row->addWidget(sectionTitle(tr("Answer")));
    row->addWidget(m_glyph);
    row->addWidget(m_status, 1);
    row->addWidget(m_view);
    return head;
}

QWidget *AnswerPanel::makeCode()
{
    m_language->setObjectName(u"codeLanguage"_s);
    m_language->addChoice(u"curl"_s, u"curl"_s);
    m_language->addChoice(u"python"_s, u"Python"_s);
    m_curl->setObjectName(u"curl"_s);
    m_python->setObjectName(u"python"_s);
    m_code->addWidget(m_curl);
    m_code->addWidget(m_python);
    connect(m_language, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_code->setCurrentWidget(id == u"curl" ? static_cast<QWidget *>(m_curl) : m_python);
        m_code->setFixedHeight(m_code->currentWidget()->sizeHint().height());
    });
    m_code->setFixedHeight(m_curl->sizeHint().height());
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    auto *row = new QHBoxLayout;
    row->addWidget(sectionTitle(tr("The same request")), 1);
    row->addWidget(m_language);
    column->addLayout(row);
    column->addWidget(m_code);
    return part;
}

void AnswerPanel::setWaiting()
{
    m_glyph->setGlyph(Glyph::Running);
    m_status->setInk(Ink::Text2);
    m_status->setText(tr("waiting for the answer"));
    setNote({});
}

void AnswerPanel::setCall(const ScoringCall &call, const std::optional<ScoringCall> &against)
{
    m_call = call;
    m_against = against;
    m_glyph->setGlyph(call.isSuccess() ? Glyph::Good : Glyph::Failed);
    const QString status = u"%1 %2"_s.arg(call.status).arg(reasonOf(call.status)).trimmed();
    m_status->setInk(Ink::Text);
    m_status->setText(call.status > 0
                          ? u"%1   %2   %3"_s.arg(status, callTime(call.ms),
                                                  humanSize(std::max<qint64>(call.bodySize, call.body.size())))
                          : tr("no answer"));
    if (m_view->current() == u"differences" && !against)
        m_view->setCurrent(u"pretty"_s);
    if (against)
        m_view->setCurrent(u"differences"_s);
    showView();
}

void AnswerPanel::setError(const Error &error)
{
    m_call.reset();
    m_against.reset();
    m_glyph->setGlyph(error.kind == ErrorKind::Canceled ? Glyph::Canceled : Glyph::Failed);
    m_status->setInk(Ink::Text);
    m_status->setText(error.kind == ErrorKind::Canceled ? tr("stopped", "a request") : tr("no answer"));
    setNote({});
    m_body->setJson(false);
    m_body->setPlainText(error.kind == ErrorKind::Canceled ? QString() : error.text());
}

void AnswerPanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void AnswerPanel::setRequest(const QString &scoringUri, const ScoringRequest &request, bool needsKey)
{
    const bool fits = request.body.size() <= kMostCode && isText(request.body);
    m_curlText = fits ? asCurl(scoringUri, request, needsKey)
                      : u"curl -sS -H %1 --data-binary @FILE %2"_s.arg(
                            QString::fromUtf8(shellQuote("Content-Type: " + request.contentType.toUtf8())), scoringUri);
    m_pythonText = fits ? asPython(scoringUri, request, needsKey) : QString();
    m_curl->setCommand(m_curlText);
    m_python->setText(fits ? m_pythonText.trimmed() : tr("The body is too long to stand in a script."));
    m_code->setFixedHeight(m_code->currentWidget()->sizeHint().height());
}

QString AnswerPanel::differences() const
{
    if (!m_call || !m_against)
        return tr("Choose a version to compare with and send the request again.");
    const auto all = compareAnswers(m_call->body, m_against->body);
    if (all.empty() && m_call->status == m_against->status)
        return tr("Versions %1 and %2 answer the same.").arg(m_call->versionLabel(), m_against->versionLabel());
    const QString one = m_call->versionMark(), other = m_against->versionMark();
    QStringList lines{u"%1: %2   %3: %4"_s.arg(one).arg(m_call->status).arg(other).arg(m_against->status)};
    for (size_t i = 0; i < std::min(all.size(), kMostDifferences); ++i) {
        lines << (all[i].path.isEmpty() ? u"/"_s : all[i].path);
        lines << u"  %1: %2"_s.arg(one, AnswerDifference::text(all[i].left));
        lines << u"  %1: %2"_s.arg(other, AnswerDifference::text(all[i].right));
    }
    if (all.size() > kMostDifferences)
        lines << tr("… and %n more", nullptr, int(all.size() - kMostDifferences));
    return lines.join(u'\n');
}

void AnswerPanel::showView()
{
    const QString view = m_view->current();
    m_body->setJson(view == u"pretty");
    if (!m_call)
        return m_body->setPlainText(view == u"differences" ? differences() : QString());
    if (view == u"differences")
        return m_body->setPlainText(differences());
    if (view == u"headers") {
        QStringList lines;
        for (const auto &[name, value] : m_call->headers)
            lines << QString::fromLatin1(name + ": " + value);
        return m_body->setPlainText(lines.join(u'\n'));
    }
    if (m_call->status == 0)
        return m_body->setPlainText(m_call->error);
    const QByteArray shown = m_call->body.left(kMostShown);
    m_body->setPlainText(view == u"raw" && isText(shown) ? QString::fromUtf8(shown) : prettyBody(shown));
}

} // namespace mooring
