#pragma once

#include "ui/inference/scoresending.h"

#include <QWidget>

class QStackedWidget;

namespace mooring {

class CodeBox;
class CodeEdit;
class CommandBox;
class ElidedLabel;
class GlyphLabel;
class SegmentedControl;
class TextLabel;

/// The answer of the test bench: pretty, raw, headers or where two versions differ; and the request as code.
class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget *parent = nullptr);

    void setWaiting();
    void setCall(const ScoringCall &call, const std::optional<ScoringCall> &against = {});
    void setError(const Error &error);
    /// How it compares with an earlier answer; empty: nothing to say.
    void setNote(const QString &note);
    /// What is sent next, as code.
    /// `needsKey`: as asCurl() has it.
    void setRequest(const QString &scoringUri, const ScoringRequest &request, bool needsKey);
    QString curl() const { return m_curlText; }
    QString python() const { return m_pythonText; }

private:
    QWidget *makeHead();
    QWidget *makeCode();
    void showView();
    QString differences() const;

    GlyphLabel *m_glyph;
    ElidedLabel *m_status;
    SegmentedControl *m_view;
    CodeEdit *m_body;
    TextLabel *m_note;
    SegmentedControl *m_language;
    QStackedWidget *m_code;
    CommandBox *m_curl;
    CodeBox *m_python;
    QString m_curlText, m_pythonText;
    std::optional<ScoringCall> m_call, m_against;
};

/// "OK", "Bad Request"; empty for what is not usual. Never translated: the words of the protocol.
QString reasonOf(int status);
/// "scores, labels" and how far numbers are apart at most; whole sentence, empty when there is no difference.
QString differenceSentence(const std::vector<AnswerDifference> &differences);

} // namespace mooring
