#pragma once

#include "core/base/json.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace mooring {

/// What a person chose about the window, and how it looked when it closed: one small file, `ui.json` in the profile's
/// state folder, that is read before the first paint. Main thread. Saved in the background half a second after the last
/// change.
class UiSettings : public QObject
{
    Q_OBJECT
public:
    enum class Theme { Desktop, Light, Dark };
    struct Choices
    {
        QString language; ///< "en", "ko", or empty: the desktop's
        Theme theme = Theme::Desktop;
        int textPercent = 100; ///< on top of the desktop's own
        bool motion = true;    ///< running marks turn
        // What a new run starts with.
        int runTimeLimitSeconds = 0; ///< 0: none
        QString runExperiment;       ///< empty: the name of the folder

        bool operator==(const Choices &) const = default;
    };

    /// Reads the file; a missing or unreadable one is the same as an empty one. Nothing is written until something
    /// changes.
    explicit UiSettings(const QString &stateFolder, QObject *parent = nullptr);

    const Choices &choices() const { return m_choices; }
    /// Remembered for undo.
    void choose(const Choices &choices);
    bool canUndo() const { return !m_undo.empty(); }
    void undo();
    /// For a change that is kept elsewhere: what takes it back, in turn with the others.
    void rememberUndo(std::function<void()> takeBack);

    /// The layout: sizes, current route, expanded nodes, counts of the palette. Not a choice, so not in the undo.
    Json layout(const char *key) const;
    void setLayout(const char *key, const Json &value);

    /// Writes what is not yet written, now. For the end of the program.
    void flush();
    QString path() const { return m_path; }

Q_SIGNALS:
    void chosen(); ///< choices() changed

private:
    void apply(const Choices &choices);
    QByteArray content() const;
    void save();

    struct Writer;
    QString m_path;
    std::shared_ptr<Writer> m_writer;
    int m_saves = 0;
    Choices m_choices;
    std::vector<std::function<void()>> m_undo;
    Json m_layout = Json::object();
    QTimer m_timer;
};

} // namespace mooring
