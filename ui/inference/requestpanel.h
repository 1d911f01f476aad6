#pragma once

#include "core/inference/endpointbench.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QSpinBox;
class QStackedWidget;

namespace mooring {

class Button;
class CodeEdit;
class ElidedLabel;
class GlyphLabel;
class TextLabel;

/// The request of the test bench: where it comes from, its type, its body, and which versions it goes to. Asks the
/// endpoint for samples in the background.
class RequestPanel : public QWidget
{
    Q_OBJECT
public:
    RequestPanel(std::shared_ptr<EndpointBench> bench, const QString &name, QWidget *parent = nullptr);

    ScoringRequest request() const;
    void setRequest(const ScoringRequest &request);
    bool isEmpty() const;
    /// 0: the one that serves.
    int version() const;
    int against() const; ///< 0: no comparing
    void setVersions(const EndpointRecord &endpoint);
    /// What the endpoint brings along; quietly nothing when it brings none.
    void loadSample();
    /// Reads it in the background.
    void loadFile(const QString &path);
    void loadTable(const QString &path);
    void setSending(bool sending);
    /// Empty: one can send.
    void setRefusal(const QString &reason);
    /// It is the main act of the page.
    void setMain(bool main);

Q_SIGNALS:
    void sendWanted();
    void stopWanted();
    void requestChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void arrangeHead();
    QWidget *makeRowBar();
    QWidget *makeBody();
    QWidget *makeFoot();
    void sourceChosen();
    void fillVersions(const EndpointRecord &endpoint, const std::vector<const EndpointVersion *> &askable);
    void takeSample(EndpointBench::SampleFrom from, bool quietly);
    void takeRow();
    void chooseFile();
    void chooseTable();
    void setBytes(const QByteArray &bytes, const QString &contentType, const QString &label);
    void check();
    void tell(const QString &problem);

    std::shared_ptr<EndpointBench> m_bench;
    QString m_name;
    QWidget *m_rowBar = nullptr;
    QBoxLayout *m_headLine = nullptr;
    QComboBox *m_source, *m_type, *m_version, *m_against;
    QCheckBox *m_withNames = nullptr;
    QSpinBox *m_row = nullptr;
    ElidedLabel *m_table = nullptr;
    QStackedWidget *m_place = nullptr;
    CodeEdit *m_edit;
    TextLabel *m_bytesText = nullptr;
    Button *m_send = nullptr, *m_stop = nullptr, *m_load = nullptr;
    GlyphLabel *m_checkGlyph = nullptr;
    ElidedLabel *m_checkText = nullptr;
    QByteArray m_bytes; ///< what is no text is not in the editor
    QByteArray m_csv;
    QString m_label;
    QString m_filled; ///< what the label is of
    QString m_refusal;
    QStringList m_labels; ///< of the versions that one can ask
    int m_active = 0;
    bool m_isFilling = false;
};

} // namespace mooring
