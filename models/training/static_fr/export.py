"""Writes the model folder: tokenizer.json, configs, and an int8 ONNX graph that pools and normalises."""
import argparse
import json
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from . import pieces
from .model import NgramModel
from .normalise import REPLACEMENTS
from .pairs import build
from .paths import MODEL, WORK
from .reference import Reference
from .vocabulary import Vocabulary

MAX_TOKENS = 4096


def quantise(E):
    """int8 rows with a scale each; zero rows (padding, stop words) stay exactly zero."""
    scale = np.abs(E).max(1) / 127
    q = np.where(scale[:, None] > 0, np.round(E / np.maximum(scale, 1e-12)[:, None]), 0).astype(np.int8)
    return q, scale.astype(np.float32)


def graph(E):
    """sum_t mask_t * scale_t * q_t as a matrix product per text, then L2."""
    q, scale = quantise(E)
    i64, f32 = TensorProto.INT64, TensorProto.FLOAT
    N = helper.make_node
    nodes = [
        N('Gather', ['embedding', 'input_ids'], ['rows8'], axis=0),
        N('Cast', ['rows8'], ['rows'], to=f32),
        N('Gather', ['scale', 'input_ids'], ['scales'], axis=0),
        N('Cast', ['attention_mask'], ['mask'], to=f32),
        N('Mul', ['scales', 'mask'], ['weights']),
        N('Unsqueeze', ['weights', 'one'], ['weights3']),
        N('MatMul', ['weights3', 'rows'], ['pooled']),
        N('ReduceL2', ['pooled'], ['norm'], axes=[2], keepdims=1),
        N('Max', ['norm', 'eps'], ['safe']),
        N('Div', ['pooled', 'safe'], ['last_hidden_state']),
        N('Squeeze', ['last_hidden_state', 'one'], ['sentence_embedding']),
    ]
    D = E.shape[1]
    info = helper.make_tensor_value_info
    g = helper.make_graph(
        nodes, 'static-fr',
        [info('input_ids', i64, ['batch', 'tokens']), info('attention_mask', i64, ['batch', 'tokens'])],
        [info('last_hidden_state', f32, ['batch', 1, D]), info('sentence_embedding', f32, ['batch', D])],
        [numpy_helper.from_array(q, 'embedding'), numpy_helper.from_array(scale, 'scale'),
         numpy_helper.from_array(np.array([1], np.int64), 'one'), numpy_helper.from_array(np.array(1e-9, np.float32), 'eps')])
    m = helper.make_model(g, opset_imports=[helper.make_opsetid('', 13)], producer_name='passerelle')
    m.ir_version = 8                               # onnxruntime-node 1.14, which transformers.js 2.17 ships
    onnx.checker.check_model(m)
    return m


def tokenizer(tokens):
    special = [dict(id=i, content=t, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
               for i, t in enumerate(tokens[:2])]
    return {
        'version': '1.0', 'truncation': None, 'padding': None, 'added_tokens': special,
        'normalizer': {'type': 'Sequence', 'normalizers': [
            {'type': 'BertNormalizer', 'clean_text': True, 'handle_chinese_chars': False, 'strip_accents': True, 'lowercase': True},
            *({'type': 'Replace', 'pattern': {'Regex': p}, 'content': r} for p, r in REPLACEMENTS)]},
        'pre_tokenizer': {'type': 'WhitespaceSplit'},
        'post_processor': None,
        'decoder': {'type': 'WordPiece', 'prefix': '##', 'cleanup': False},
        'model': {'type': 'WordPiece', 'unk_token': '[UNK]', 'continuing_subword_prefix': '##', 'max_input_chars_per_word': 100,
                  'vocab': {t: i for i, t in enumerate(tokens)}},
    }


def write_json(path, data, indent=None):
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(data, f, ensure_ascii=False, indent=indent, separators=None if indent else (',', ':'))
        f.write('\n')


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--ngram', default=os.path.join(WORK, 'ngram.npz'))
    ap.add_argument('--out', default=MODEL)
    ap.add_argument('--words', type=int, default=60000)
    a = ap.parse_args()
    model = NgramModel.load(a.ngram)
    pairs = build(Reference())
    # sentences of offers are read for training only: their words enter through the filter of vocabulary.offer_words
    texts = sorted({t for k, v in pairs.items() if k != 'adjacent' and not k.startswith(('gold', 'title', 'offer', 'typo')) for p in v for t in p[:2]})
    vocab = Vocabulary(texts, max_words=a.words)
    E = pieces.fit(model, vocab)
    os.makedirs(os.path.join(a.out, 'onnx'), exist_ok=True)
    onnx.save(graph(E), os.path.join(a.out, 'onnx', 'model_quantized.onnx'))
    write_json(os.path.join(a.out, 'tokenizer.json'), tokenizer(vocab.tokens))
    write_json(os.path.join(a.out, 'tokenizer_config.json'), dict(
        tokenizer_class='PreTrainedTokenizerFast', model_max_length=MAX_TOKENS, pad_token='[PAD]', unk_token='[UNK]',
        clean_up_tokenization_spaces=False), 1)
    write_json(os.path.join(a.out, 'config.json'), dict(
        model_type='bert', architectures=['BertModel'], hidden_size=int(E.shape[1]), vocab_size=len(vocab.tokens), pad_token_id=0,
        max_position_embeddings=MAX_TOKENS), 1)
    print(f'{len(vocab.tokens)} tokens, {vocab.n_words} words, {E.shape[1]} dimensions, '
          f"{os.path.getsize(os.path.join(a.out, 'onnx', 'model_quantized.onnx')) / 1e6:.1f} MB")


if __name__ == '__main__':
    main()
