#pragma once

#include "ui/runs/wizard/rundesk.h"
#include "ui/runs/wizard/rundraft.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace mooring {

class GlyphLabel;
class TextLabel;

/// The third step: one of the environments that are there, or one built from a file. Writes into the draft.
class EnvironmentStep : public QWidget
{
    Q_OBJECT
public:
    /// `draft` must outlive the step.
    explicit EnvironmentStep(RunDraft &draft, QWidget *parent = nullptr);

    /// Shows the draft's choice, with these to choose from.
    void showChoices(const EnvironmentOffer &offer, const QStringList &environmentFiles);
    /// Empty: the choice is complete. Else a sentence; the field has the focus.
    QString problem();

Q_SIGNALS:
    void choiceChanged();

private:
    struct Option
    {
        EnvironmentChoice choice;
        QRadioButton *button;
        QLineEdit *field; ///< where the value is typed; null: it is in `choice`
    };
    void addReady();
    void addFiles(const QStringList &files);
    void keepFocus(const QString &name);
    void addTitle(const QString &title);
    void addOption(const EnvironmentChoice &choice, const QString &text, const QString &help, const QString &name);
    void addTyped(EnvironmentChoice::Kind kind, const QString &text, const QString &placeholder, const QString &name);
    void select(const EnvironmentChoice &choice);
    void take();
    void chooseFile(QLineEdit *field, const QString &title);

    RunDraft &m_draft;
    EnvironmentOffer m_offer;
    QVBoxLayout *m_column;
    QButtonGroup *m_group = nullptr;
    std::vector<Option> m_options;
};

/// Beside the choice: what it will lead to.
class EnvironmentSide : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentSide(QWidget *parent = nullptr);

    void setLooking();
    /// The choice is not complete.
    void setOpen();
    void setForecast(const EnvironmentForecast &forecast);
    void setProblem(const QString &sentence);
    void setFound(const QString &lines); ///< empty: nothing to say

private:
    void tell(Glyph glyph, const QString &title, const QString &text);

    GlyphLabel *m_glyph;
    TextLabel *m_title;
    TextLabel *m_text;
    QWidget *m_foundPart = nullptr;
    TextLabel *m_found;
};

} // namespace mooring
